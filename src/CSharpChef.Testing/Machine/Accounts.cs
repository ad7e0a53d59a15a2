using System.Globalization;

namespace CSharpChef.Testing;

/// <summary>The users and groups of a machine. A name wins over a number, as with <c>chown</c>.</summary>
/// <param name="busybox">Whether busybox makes accounts, which counts up; else useradd and groupadd do.</param>
internal sealed class Accounts(bool busybox)
{
    private const int FirstSystem = 100;
    private const int LastSystem = 999;
    private const int First = 1000;
    private const int Last = 60000;

    public List<UserAccount> Users { get; } = [];

    public List<GroupAccount> Groups { get; } = [];

    public UserAccount? User(string name) => Users.Find(user => user.Name == name);

    public GroupAccount? Group(string name) => Groups.Find(group => group.Name == name);

    public GroupAccount? Group(int gid) => Groups.Find(group => group.Gid == gid);

    public int? Uid(string owner) => User(owner)?.Uid ?? Number(owner);

    public int? Gid(string group) => Group(group)?.Gid ?? Number(group);

    public string UserName(int uid) =>
        Users.Find(user => user.Uid == uid)?.Name ?? uid.ToString(CultureInfo.InvariantCulture);

    public string GroupName(int gid) => Group(gid)?.Name ?? gid.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number that a new user gets.</summary>
    public int FreeUid(bool system) => Free(system, [.. Users.Select(user => user.Uid)]);

    /// <summary>The number that a new group gets.</summary>
    public int FreeGid(bool system) => Free(system, [.. Groups.Select(group => group.Gid)]);

    private int Free(bool system, HashSet<int> taken) => (system, busybox) switch
    {
        (true, true) => FirstFree(FirstSystem, 1, taken),
        (true, false) => FirstFree(LastSystem, -1, taken),
        (false, true) => FirstFree(First, 1, taken),
        (false, false) => FirstFree(taken.Where(IsOfPerson).DefaultIfEmpty(First - 1).Max() + 1, 1, taken),
    };

    private static bool IsOfPerson(int number) => number is >= First and < Last;

    private static int FirstFree(int number, int step, HashSet<int> taken)
    {
        while (taken.Contains(number))
        {
            number += step;
        }

        return number;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
