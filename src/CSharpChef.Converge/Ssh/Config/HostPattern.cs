namespace CSharpChef.Converge.Ssh.Config;

/// <summary>
/// Matches the host patterns of ssh_config and known_hosts: * and ?, and ! before a pattern that excludes.
/// </summary>
internal static class HostPattern
{
    public static bool MatchesAny(IEnumerable<string> patterns, string name)
    {
        var matched = false;
        foreach (var pattern in patterns)
        {
            if (pattern.StartsWith('!'))
            {
                if (Matches(pattern.AsSpan(1), name))
                {
                    return false;
                }
            }
            else
            {
                matched |= Matches(pattern, name);
            }
        }

        return matched;
    }

    /// <summary>
    /// Backtracks only to the last star, so that the time grows at most with the product of both lengths.
    /// </summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        int p = 0, n = 0, star = -1, resume = 0;
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, resume) = (p++, n);
            }
            else if (p < pattern.Length
                && (pattern[p] == '?' || char.ToLowerInvariant(pattern[p]) == char.ToLowerInvariant(name[n])))
            {
                (p, n) = (p + 1, n + 1);
            }
            else if (star >= 0)
            {
                (p, n) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].TrimStart('*').IsEmpty;
    }
}
