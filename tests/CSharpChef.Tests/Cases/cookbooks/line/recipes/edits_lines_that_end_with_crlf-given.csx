Directory("/srv/case");
File("/srv/case/win.ini", f => f.Content = "Port 1\r\nhost=a\r\n# BEGIN case\r\nx\r\n# END case\r\nlast");
File("/srv/case/unix.ini", f => f.Content = "Port 1\r\n");
