Execute("[ \"$(pwd)\" = /etc ] && [ \"$A_VALUE\" = \"it's here\" ] && [ \"$(umask)\" = 0027 ] && [ \"$(cat)\" = given ]", e =>
{
    e.Cwd = "/etc";
    e.Environment["A_VALUE"] = "it's here";
    e.Umask = "027";
    e.Input = "given";
});
Execute("[ \"$(id -un) $HOME\" = 'daemon /usr/sbin' ] && [ \"$(pwd)\" = / ]", e => e.RunAs = "daemon");
