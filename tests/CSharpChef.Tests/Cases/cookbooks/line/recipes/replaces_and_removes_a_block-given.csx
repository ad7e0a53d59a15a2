Directory("/srv/case");
File("/srv/case/conf", f => f.Content = "before\n# BEGIN case\nold\nolder\n# END case\nbetween\n# BEGIN other\nx\n# END other\nno line end");
