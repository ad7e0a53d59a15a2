using System.Globalization;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Accounts;

/// <summary>
/// The programs, for a shell of root, that change the accounts of a machine: that of a server, and those of users.
/// </summary>
internal static class AccountPrograms
{
    /// <summary>
    /// Makes the account of the server, its key and its rule for sudo. <see cref="MachineFacts.Parse"/> reads the
    /// output. It may run again.
    /// </summary>
    /// <param name="key">The key of the stack as a line of authorized_keys.</param>
    /// <param name="replaces">Whether to remove the key of another stack.</param>
    public static string Register(string key, bool replaces) =>
        $"set -- {ShellQuote.Word(key)} {(replaces ? "1" : "''")}\n{ShellParts.CodeOf("register")}";

    /// <summary>
    /// Makes, locks and removes the accounts of users, so that the machine has these. Each line of its output begins
    /// with <c>changed</c> or <c>skipped</c>. Accounts that it did not make stay as they are.
    /// </summary>
    /// <param name="accounts">The accounts.</param>
    /// <param name="days">The days that other accounts stay locked before they are removed.</param>
    /// <param name="at">The time of this list. A machine ignores a list that is older than one it has seen.</param>
    public static string SyncLogins(IReadOnlyList<LoginAccount> accounts, int days, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"""
            set -- {ShellQuote.Word(string.Join('\n', accounts.Select(account => account.Line)))} {days} {at.ToUnixTimeMilliseconds()}
            {ShellParts.CodeOf("sync_logins")}
            """);

    /// <summary>Adds the key of a stack to those of the server's account, and removes former keys.</summary>
    /// <param name="key">The key as a line of authorized_keys.</param>
    /// <param name="former">The former keys: type and key.</param>
    public static string RotateKey(string key, IEnumerable<string> former) =>
        $"set -- {ShellQuote.Word(key)} {Lines(former)}\n{ShellParts.CodeOf("rotate_key")}";

    /// <summary>
    /// Removes the files of runs, the accounts of users, and last the access of the server.
    /// </summary>
    /// <param name="keys">The key of the stack and its former ones: type and key.</param>
    public static string Deregister(IEnumerable<string> keys) =>
        $"(set -- '' ''\n{ShellParts.CodeOf("clean")})\nset -- {Lines(keys)}\n{ShellParts.CodeOf("deregister")}";

    private static string Lines(IEnumerable<string> lines) => ShellQuote.Word(string.Join('\n', lines));
}
