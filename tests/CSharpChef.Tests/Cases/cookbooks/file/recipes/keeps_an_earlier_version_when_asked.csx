File("/srv/case/a.conf", f =>
{
    f.Content = "new\n";
    f.Backup = 2;
});
