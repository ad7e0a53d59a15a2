Directory("/srv/folder");
