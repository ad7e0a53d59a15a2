using System.Globalization;
using System.Text;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Testing;

// Installs a distribution on an empty machine.
internal sealed partial record FakePlatform
{
    // Kernel parameters that recipes often set. A test adds others as files.
    private static readonly Dictionary<string, string> KernelParameters = new(StringComparer.Ordinal)
    {
        ["fs/file-max"] = "9223372036854775807",
        ["fs/inotify/max_user_watches"] = "15221",
        ["kernel/pid_max"] = "32768",
        ["kernel/sysrq"] = "438",
        ["net/core/somaxconn"] = "4096",
        ["net/ipv4/conf/lo/log_martians"] = "0",
        ["net/ipv4/ip_forward"] = "0",
        ["net/ipv4/ip_local_port_range"] = "32768\t60999",
        ["net/ipv4/tcp_keepalive_time"] = "7200",
        ["net/ipv6/conf/all/forwarding"] = "0",
        ["vm/max_map_count"] = "65530",
        ["vm/overcommit_memory"] = "0",
        ["vm/swappiness"] = "60",
    };

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
        PutKernelParameters(machine.Files);
        AddAccounts(machine.Accounts);
        MakeHomes(machine);
        AddPackages(machine);
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
            Table(Users, parts => $"{parts[0]}:x:{parts[1]}:{parts[2]}:{Comment(parts)}:{parts[3]}:{parts[4]}"))));
        files.Put(
            "/etc/group", Inode.File(Encoding.UTF8.GetBytes(
                Table(Groups, parts => $"{parts[0]}:x:{parts[1]}:{parts.ElementAtOrDefault(2)}"))));
        foreach (var file in Skeleton)
        {
            files.MakeDirectories("/etc/skel");
            files.Put($"/etc/skel/{file}", Inode.File(Encoding.UTF8.GetBytes($"# {file} of a new account\n")));
        }

        foreach (var (path, text) in Files)
        {
            files.Put(path, Inode.File(Encoding.UTF8.GetBytes(text)));
        }
    }

    private static void PutKernelParameters(FileSystem files)
    {
        foreach (var (key, value) in KernelParameters)
        {
            var path = $"/proc/sys/{key}";
            files.MakeDirectories(FileSystem.ParentOf(path));
            files.Put(path, Inode.File(Encoding.UTF8.GetBytes($"{value}\n")));
        }
    }

    private static string Table(IEnumerable<string> rows, Func<string[], string> line) =>
        string.Concat(rows.Select(row => line(row.Split(':')) + "\n"));

    private void AddAccounts(Accounts accounts)
    {
        foreach (var parts in Groups.Select(group => group.Split(':')))
        {
            var group = new GroupAccount(parts[0], Number(parts[1]));
            group.Members.AddRange(parts.Skip(2));
            accounts.Groups.Add(group);
        }

        foreach (var parts in Users.Select(user => user.Split(':')))
        {
            accounts.Users.Add(new UserAccount(parts[0])
            {
                Uid = Number(parts[1]),
                Gid = Number(parts[2]),
                Home = parts[3],
                Shell = parts[4],
                Comment = Comment(parts),
                Password = "*",
            });
        }
    }

    // The homes of people; those of system accounts come with their packages.
    private static void MakeHomes(FakeMachine machine)
    {
        foreach (var user in machine.Accounts.Users.Where(user => user.Uid is >= 1000 and < 65534))
        {
            machine.Files.Put(
                user.Home, new Inode(InodeKind.Directory, machine.HomeMode) { Uid = user.Uid, Gid = user.Gid });
        }
    }

    private void AddPackages(FakeMachine machine)
    {
        foreach (var parts in Packages.Select(package => package.Split('=')))
        {
            machine.Packages.Place(parts[0], parts[1]);
        }

        foreach (var parts in Services.Select(service => service.Split(':')))
        {
            machine.Services.Add(parts[0], new ServiceUnit
            {
                Package = parts[1],
                Installed = true,
                Running = true,
                Enabled = parts.Length == 2,
            });
        }
    }

    private static string Comment(string[] user) => user.Length > 5 ? user[5] : "";

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
