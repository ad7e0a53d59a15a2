using System.Security.Cryptography;

namespace CSharpChef.Converge.Runs;

/// <summary>A random word in front of each result line, so that nothing else a host prints passes for one.</summary>
internal static class RunToken
{
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>The line without its token.</summary>
    public static string Remove(string token, string line) =>
        line.StartsWith(token + " ", StringComparison.Ordinal) ? line[(token.Length + 1)..] : line;
}
