File("/srv/case/a.conf", f =>
{
    f.Content = "new\n";
    f.Mode = "0640";
    f.Owner = "daemon";
});
