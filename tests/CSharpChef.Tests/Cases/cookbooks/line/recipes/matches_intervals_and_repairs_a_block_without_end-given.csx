Directory("/srv/case");
File("/srv/case/conf", f => f.Content = "a is one\naa is two\naaa is more\n# BEGIN open\nkept\n# BEGIN open\nx\n# END other\n");
