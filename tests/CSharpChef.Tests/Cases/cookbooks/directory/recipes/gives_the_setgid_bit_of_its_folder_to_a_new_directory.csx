Directory("/srv/case/new");
Directory("/srv/case/new", d =>
{
    d.Mode = "2755";
    d.Group = "mail";
});
Directory("/srv/case/one/two", d => d.Recursive = true);
Directory("/srv/case/one", d =>
{
    d.Mode = "2755";
    d.Group = "mail";
});
Directory("/srv/case/plain", d => d.Mode = "0750");
File("/srv/case/new/file");
File("/srv/case/new/file", f => f.Group = "mail");
