File("/srv/case/crlf", f => f.Content = "one\r\ntwo\r\n");
File("/srv/case/no-end", f => f.Content = "no line end");
File("/srv/case/ends", f => f.Content = "three line ends\n\n\n");
File("/srv/case/quotes", f => f.Content = "it's '' \\ \"x\" $y `z` %s \\n\n");
File("/srv/case/control", f => f.Content = "a\tb\u0001c\u007f\n");
File("/srv/case/utf8", f => f.Content = "grüezi 日本 🍳\n");
File("/srv/case/empty", f => f.Content = "");
