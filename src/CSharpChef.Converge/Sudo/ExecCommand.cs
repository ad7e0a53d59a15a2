namespace CSharpChef.Converge.Sudo;

/// <summary>
/// The command lines a login shell is given. It may be bash, dash, fish or csh: single quotes only, no newline,
/// no exclamation mark, no backslash. Arguments are shell words already, and obey the same.
/// </summary>
internal static class ExecCommand
{
    public static string Plain(string arguments) => Join("exec /bin/sh -s", arguments);

    public static string Sudo(string arguments) => Join("exec sudo -n -H /bin/sh -s", arguments);

    /// <summary>
    /// Asks with a prompt nobody else prints, and says so when it is through; -k, so that it always asks alike.
    /// </summary>
    public static string SudoWithPassword(string arguments, string prompt, string start) =>
        Join($"exec sudo -k -H -S -p {prompt} /bin/sh -c 'echo {start}; exec /bin/sh -s \"$@\"' sh", arguments);

    private static string Join(string command, string arguments) =>
        arguments.Length == 0 ? command : $"{command} {arguments}";
}
