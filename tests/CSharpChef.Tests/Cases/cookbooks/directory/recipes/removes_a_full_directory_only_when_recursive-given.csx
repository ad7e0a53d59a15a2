Directory("/srv/case");
Directory("/srv/case/full/deep", d => d.Recursive = true);
File("/srv/case/full/file");
Directory("/srv/case/kept");
File("/srv/case/kept/file");
