#!/usr/bin/env bash
# Makes a kiosk of a machine with a plain Debian 12: one browser on one page, started again whatever happens, with a disk that is
# never written. Run as root on the machine: set-up.sh 'https://guide.example/kiosk/?at=…', the whole address as the page's staff settings
# show it: where the kiosk stands is nowhere else kept over a power cut.
set -euo pipefail

address=${1:?"usage: set-up.sh https://guide.example/kiosk/"}
[[ $address == *[\?\&]at=* ]] || echo "The address says no place (?at=): after each start the page takes the hall's first guide kiosk for its own." >&2
[[ $address == https://* || $address == http://localhost* ]] || { echo "The page must come by https." >&2; exit 1; }
here=$(cd "$(dirname "$0")" && pwd)
origin=$(sed -E 's#^(https?://[^/]+).*#\1#' <<<"$address")

export DEBIAN_FRONTEND=noninteractive
apt-get update
# cage ends without Xwayland; its session needs pam_systemd.
apt-get install -y --no-install-recommends cage xwayland seatd dbus libpam-systemd chromium chromium-sandbox fonts-noto-cjk overlayroot unattended-upgrades

id kiosk &>/dev/null || useradd --create-home --shell /usr/sbin/nologin --groups video,input,render kiosk

install -d -m 755 /etc/daoyin /etc/chromium/policies/managed
install -m 644 "$here/waiting.html" /etc/daoyin/
printf 'DAOYIN_KIOSK_URL=%s\n' "$address" >/etc/daoyin/kiosk.env
sed "s#https://guide.example#$origin#" "$here/policy.json" >/etc/chromium/policies/managed/daoyin.json
install -m 644 "$here/daoyin-kiosk.service" /etc/systemd/system/

# No other consoles: whoever brings a keyboard gets nowhere.
install -d /etc/systemd/logind.conf.d
printf '[Login]\nNAutoVTs=0\nReserveVT=0\n' >/etc/systemd/logind.conf.d/daoyin.conf
systemctl mask ctrl-alt-del.target getty@tty1.service

systemctl daemon-reload
systemctl set-default graphical.target
systemctl enable daoyin-kiosk.service

# From the next start the disk is read-only and what is written lives in memory: power may go at any time.
# To change something: overlayroot-chroot.
echo 'overlayroot="tmpfs:recurse=0"' >/etc/overlayroot.local.conf

echo "Done. Start the machine again; it shows $address."
