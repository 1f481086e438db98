-- Who signed a print electronically, with which certificate: null for a scan of paper.
alter table sealed_scan add column signers jsonb;
