File("/srv/case/a.conf", f =>
{
    f.Mode = "u=rw,g=r";
    f.Owner = "daemon";
    f.Group = "adm";
});
