Directory("/srv/case/plain", d => d.Mode = "0755");
Directory("/srv/case/setgid", d => d.Mode = "2775");
Directory("/srv/case/owned", d =>
{
    d.Owner = "daemon";
    d.Group = "adm";
});
