Directory("/srv/case");
File("/srv/case/was-a-file");
