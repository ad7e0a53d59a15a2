Directory("/srv/case");
File("/srv/case/conf", f => f.Content = "# Port 22\nPort 22\nPort 2222\nUser x\nUser x\n");
