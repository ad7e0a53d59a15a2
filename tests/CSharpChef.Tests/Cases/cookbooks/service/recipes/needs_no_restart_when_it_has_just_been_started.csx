var conf = File("/srv/case.conf", f => f.Content = "new\n");
Service("case", s => s.SubscribesTo(conf, s.Restart));
