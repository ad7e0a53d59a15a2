Directory("/srv/case");
Directory("/srv/case/folder");
