Execute("true", e =>
{
    e.Cwd = "/etc";
    e.Environment["A_VALUE"] = "it's here";
    e.Umask = "027";
    e.RunAs = "daemon";
    e.OnlyIf("[ \"$(pwd) $A_VALUE $(umask) $(id -un)\" = \"/etc it's here 0027 daemon\" ]");
});
Script("the same", s =>
{
    s.Code = "true";
    s.Cwd = "/etc";
    s.OnlyIf("[ \"$(pwd)\" = /etc ]");
});
