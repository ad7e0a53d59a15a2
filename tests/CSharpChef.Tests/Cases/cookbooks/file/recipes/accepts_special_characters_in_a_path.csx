File("/srv/case/with space", f => f.Content = "1\n");
File("/srv/case/it's \"quoted\" $HOME `id`", f => f.Content = "2\n");
File("/srv/case/two\nlines", f => f.Content = "3\n");
File("/srv/case/ünïcödé-日本", f => f.Content = "4\n");
File("/srv/case/-dash", f => f.Content = "5\n");
File("/srv/case/back\\slash", f => f.Content = "6\n");
File("/srv/case/glob*?[a]", f => f.Content = "7\n");
