"""The pages under /kantor/pegawai/, for who keeps the office."""
