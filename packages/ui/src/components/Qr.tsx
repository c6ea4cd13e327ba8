import { toString as toSvg } from 'qrcode';
import { useEffect, useState } from 'react';

/** Longer texts, such as a whole route, come without much to mend errors: larger squares serve a camera better. */
const LONG = 150;

/** A QR code as a picture; always black on white, so that every camera reads it. */
export function Qr({ text, label }: { readonly text: string; readonly label: string }) {
  const [picture, setPicture] = useState('');
  useEffect(() => {
    let wanted = true;
    void toSvg(text, { type: 'svg', margin: 2, errorCorrectionLevel: text.length > LONG ? 'L' : 'M' }).then(
      (svg) => {
        if (wanted) setPicture(`data:image/svg+xml,${encodeURIComponent(svg)}`);
      },
    );
    return () => {
      wanted = false;
    };
  }, [text]);
  return picture === '' ? null : <img className="qr" src={picture} alt={label} />;
}
