import { Modal, type ModalProps } from 'antd';

/** A dialog that looks like the page it stands over: drawn outside the frame, it would have none of its colours. */
export function Dialog(props: ModalProps) {
  return <Modal {...props} getContainer={frame} />;
}

function frame(): HTMLElement {
  return document.querySelector<HTMLElement>('.theme-frame') ?? document.body;
}
