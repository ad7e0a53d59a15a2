Directory("/srv/case");
File("/srv/case/a.conf", f =>
{
    f.Content = "port = 80\n";
    f.Mode = "0600";
    f.Owner = "daemon";
    f.Group = "adm";
});
