using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Sudo;

/// <summary>
/// Makes the command lines that a login shell runs. It may be bash, dash, fish or csh, so they contain single quotes
/// only: no line end, no exclamation mark, no backslash. Arguments are shell words already, and follow the same rule.
/// </summary>
internal static class ExecCommand
{
    public static string Plain(string arguments) => Join("exec /bin/sh -s", arguments);

    public static string Sudo(string arguments) => Join("exec sudo -n -H /bin/sh -s", arguments);

    /// <summary>
    /// sudo asks with a prompt that nothing else prints, and prints a word once it starts the shell. With -k it never
    /// uses a cached password, so the dialogue is always the same.
    /// </summary>
    public static string SudoWithPassword(string arguments, string prompt, string start)
    {
        var shell = ShellQuote.Word($"echo {start}; exec /bin/sh -s \"$@\"");
        return Join($"exec sudo -k -H -S -p {prompt} /bin/sh -c {shell} sh", arguments);
    }

    /// <summary>A command before which the login shell prints a word: without it, the command never ran.</summary>
    public static string After(string word, string command) => $"echo {word}; {command}";

    private static string Join(string command, string arguments) =>
        arguments.Length == 0 ? command : $"{command} {arguments}";
}
