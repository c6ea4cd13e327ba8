import { toString as toSvg } from 'qrcode';
import { useEffect, useState } from 'react';

/** A QR code as a picture; always black on white, so that every camera reads it. */
export function Qr({ text, label }: { readonly text: string; readonly label: string }) {
  const [picture, setPicture] = useState('');
  useEffect(() => {
    let wanted = true;
    void toSvg(text, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }).then((svg) => {
      if (wanted) setPicture(`data:image/svg+xml,${encodeURIComponent(svg)}`);
    });
    return () => {
      wanted = false;
    };
  }, [text]);
  return picture === '' ? null : <img className="qr" src={picture} alt={label} />;
}
