using System.Globalization;
using System.Text;

namespace CSharpChef.Testing;

// Installs a distribution on an empty machine.
internal sealed partial record FakePlatform
{
    public void Provision(FakeMachine machine)
    {
        foreach (var (path, to) in Links)
        {
            machine.Files.Put(path, Inode.Link(to));
        }

        foreach (var folder in CommonFolders.Concat(Folders))
        {
            machine.Files.MakeDirectories(folder);
        }

        PutSpecialFolders(machine.Files);
        PutFiles(machine.Files);
        AddAccounts(machine.Accounts);
    }

    private static void PutSpecialFolders(FileSystem files)
    {
        foreach (var (path, mode) in new[] { ("/root", "0700"), ("/tmp", "1777"), ("/var/tmp", "1777") })
        {
            files.Put(path, new Inode(InodeKind.Directory, Permissions.Parse(mode)));
        }
    }

    private void PutFiles(FileSystem files)
    {
        var (host, name) = (Facts["hostname"], Facts["fqdn"]);
        files.Put("/etc/hostname", Inode.File(Encoding.UTF8.GetBytes($"{host}\n")));
        files.Put(
            "/etc/hosts", Inode.File(Encoding.UTF8.GetBytes($"127.0.0.1\tlocalhost\n127.0.1.1\t{name} {host}\n")));
        files.Put("/etc/passwd", Inode.File(Encoding.UTF8.GetBytes(
            Table(Users, parts => $"{parts[0]}:x:{parts[1]}:{parts[2]}::{parts[3]}:{parts[4]}"))));
        files.Put(
            "/etc/group", Inode.File(Encoding.UTF8.GetBytes(Table(Groups, parts => $"{parts[0]}:x:{parts[1]}:"))));
        foreach (var (path, text) in Files)
        {
            files.Put(path, Inode.File(Encoding.UTF8.GetBytes(text)));
        }
    }

    private static string Table(IEnumerable<string> rows, Func<string[], string> line) =>
        string.Concat(rows.Select(row => line(row.Split(':')) + "\n"));

    private void AddAccounts(Accounts accounts)
    {
        foreach (var parts in Groups.Select(group => group.Split(':')))
        {
            accounts.Groups.Add(new GroupAccount(parts[0], Number(parts[1])));
        }

        foreach (var parts in Users.Select(user => user.Split(':')))
        {
            accounts.Users.Add(new UserAccount(parts[0])
            {
                Uid = Number(parts[1]),
                Gid = Number(parts[2]),
                Home = parts[3],
                Shell = parts[4],
                Password = "*",
            });
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
