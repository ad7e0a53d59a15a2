namespace CSharpChef.Converge.Plan;

/// <summary>
/// How a change reads, on a real node and on a fake one alike. What is made says only that it was made; what was
/// there says each part that differed.
/// </summary>
internal static class ChangeText
{
    public const string CreateFile = "create file";
    public const string WriteContent = "write content";
    public const string CreateDirectory = "create directory";
    public const string Remove = "remove";
    public const string Touch = "touch";
    public const string Run = "run";

    public const string AddLine = "add line";
    public const string ReplaceLine = "replace line";
    public const string RemoveLine = "remove line";
    public const string WriteBlock = "write block";
    public const string RemoveBlock = "remove block";

    public const string CreateUser = "create user";
    public const string RemoveUser = "remove user";
    public const string SetPassword = "set password";
    public const string Lock = "lock";
    public const string Unlock = "unlock";
    public const string CreateGroup = "create group";
    public const string RemoveGroup = "remove group";

    public const string WriteCronEntry = "write cron entry";
    public const string RemoveCronEntry = "remove cron entry";

    public static string SetMode(Permissions mode, Permissions was) => Set("mode", $"{mode}", $"{was}");

    public static string SetOwner(string owner, string was) => Set("owner", owner, was);

    public static string SetGroup(string group, string was) => Set("group", group, was);

    /// <summary>A property of a path, user or group: mode, owner, group, uid, gid, home, shell, comment.</summary>
    public static string Set(string property, string value, string was) => $"set {property} {value} (was {was})";

    public static string LinkTo(string target) => $"link to {target}";

    public static string ReplaceLink(string was) => $"replace link (was {was})";

    public static string Install(string package, string? version) =>
        version is null ? $"install {package}" : $"install {package} {version}";

    public static string Upgrade(string package) => $"upgrade {package}";

    public static string RemovePackage(string package) => $"remove {package}";

    public static string Purge(string package) => $"purge {package}";

    public static string Service(ServiceState state) => state switch
    {
        ServiceState.Enabled => "enable",
        ServiceState.Disabled => "disable",
        ServiceState.Started => "start",
        ServiceState.Stopped => "stop",
        ServiceState.Restarted => "restart",
        ServiceState.Reloaded => "reload",
        _ => "mask",
    };

    public static string AddToGroup(string group) => $"add to group {group}";

    public static string RemoveFromGroup(string group) => $"remove from group {group}";

    public static string AddMember(string user) => $"add member {user}";

    public static string RemoveMember(string user) => $"remove member {user}";
}
