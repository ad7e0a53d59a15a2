File("/srv/file");
