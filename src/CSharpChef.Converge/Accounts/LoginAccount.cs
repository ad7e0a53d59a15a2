using System.Globalization;

namespace CSharpChef.Converge.Accounts;

/// <summary>The account of a user on a machine.</summary>
/// <param name="Name">The name of the account: lower-case letters, digits, dashes and _.</param>
/// <param name="Uid">The uid, the same on all machines.</param>
/// <param name="HasSudo">Whether the user may become root without a password.</param>
/// <param name="Key">The only key with which the user logs in; null for none.</param>
internal sealed record LoginAccount(string Name, int Uid, bool HasSudo, string? Key)
{
    /// <summary>The account as a line for the program that keeps accounts.</summary>
    public string Line => string.Create(
        CultureInfo.InvariantCulture, $"{Name} {Uid} {(HasSudo ? 1 : 0)} {Key?.Trim()}").TrimEnd();
}
