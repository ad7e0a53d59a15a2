using System.Buffers.Text;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Users;

/// <summary>The rules for the members of a user.</summary>
internal static class UserRules
{
    private const int LongestSshUsername = 32;

    private static readonly string[] KeyTypes =
    [
        "ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521", "sk-ssh-ed25519@openssh.com",
        "sk-ecdsa-sha2-nistp256@openssh.com",
    ];

    /// <summary>The user name: the last part of the ARN.</summary>
    public static string Name(string arn)
    {
        return arn.Split(':', 6) is ["arn", { Length: > 0 }, "iam" or "sts", _, _, var path]
            && path.Split('/') is [_, .., { Length: > 0 } name]
            ? name
            : throw ApiError.Malformed(
                "IamUserArn", arn, "it must be the ARN of a user, such as arn:aws:iam::123456789012:user/alice");
    }

    /// <summary>The name of an account: the one that was sent, else one that is made from the user's name.</summary>
    public static string SshUsername(string? sent, string userName)
    {
        if (!string.IsNullOrEmpty(sent))
        {
            return SshUsername(sent);
        }

        var made = AccountName(userName);
        return made is "" or "root"
            ? throw ApiError.Invalid(
                "SshUsername", $"cannot be made from the name '{Excerpt.Of(userName)}': send another SshUsername")
            : made;
    }

    /// <summary>Makes the name of an account. Characters that are not allowed are left out, as OpsWorks did.</summary>
    public static string SshUsername(string name)
    {
        var word = AccountName(name);
        return word.Length == 0
            ? throw ApiError.Invalid(
                "SshUsername", $"is '{Excerpt.Of(name)}', which has no character that is allowed in the name of an account")
            : word is "root" ? throw ApiError.Invalid("SshUsername", "must not be root") : word;
    }

    private static string AccountName(string name)
    {
        var word = string.Concat(name.ToLowerInvariant().Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            .TrimStart('-');
        return word[..Math.Min(word.Length, LongestSshUsername)];
    }

    public static IReadOnlyList<string> Warnings(UserProfile user, UserProfile? before) =>
    [
        .. SshUsernameWarnings(user.SshUsername, before?.SshUsername),
        .. PublicKeyWarnings(user.SshPublicKey, before?.SshPublicKey),
    ];

    /// <summary>
    /// Warns of a new name that belongs to the system on many machines, or that some machines refuse.
    /// </summary>
    private static IEnumerable<string> SshUsernameWarnings(string name, string? before)
    {
        if (name == before)
        {
            yield break;
        }

        if (SystemAccounts.Contains(name))
        {
            yield return $"SshUsername is '{name}', which is an account of the system on many machines: the user gets no login there.";
        }

        if (char.IsAsciiDigit(name[0]))
        {
            yield return $"SshUsername is '{name}', which begins with a digit: some machines refuse such an account.";
        }
    }

    /// <summary>
    /// Warns of a new key that no machine accepts, because its data is not a key of the type it names.
    /// </summary>
    private static IEnumerable<string> PublicKeyWarnings(string? key, string? before)
    {
        if (!string.IsNullOrEmpty(key) && key != before && !PublicKeyData.Fits(key))
        {
            yield return "SshPublicKey is not a whole key of the type it names: machines do not accept it.";
        }
    }

    public static void PublicKey(string? key)
    {
        if (string.IsNullOrEmpty(key))
        {
            return;
        }

        if (key.TrimEnd().Contains('\n', StringComparison.Ordinal)
            || key.Trim().Split(' ', 3) is not [var type, var data, ..]
            || !KeyTypes.Contains(type)
            || !Base64.IsValid(data))
        {
            throw ApiError.Invalid(
                "SshPublicKey",
                "must be one line as in a .pub file: a type such as ssh-ed25519, the key in base 64, a comment");
        }
    }
}
