Directory("/srv/case/a/b", d =>
{
    d.Recursive = true;
    d.Mode = "0750";
    d.Owner = "daemon";
});
