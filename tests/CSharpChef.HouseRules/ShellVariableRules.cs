namespace CSharpChef.HouseRules;

/// <summary>
/// What breaks the rule that shell functions own their variables: they declare as local what they set, or name it in
/// their comment: <c># Sets: name sum</c>.
/// </summary>
internal static class ShellVariableRules
{
    // Variables in front of these, as in front of a function, keep their values afterwards.
    private static readonly string[] SpecialBuiltins =
        [
            ":",
            ".",
            "break",
            "continue",
            "eval",
            "exit",
            "export",
            "readonly",
            "return",
            "set",
            "shift",
            "trap",
            "unset"
        ];

    public static IEnumerable<string> Findings(params IReadOnlyList<string> parts)
    {
        var scripts = parts.Select(ShellScript.Read).ToList();
        var functions = scripts.SelectMany(script => script.Functions).ToList();
        var byName = functions.ToLookup(function => function.Name);
        var state = scripts.SelectMany(script => script.TopLevel.Assigned).ToHashSet();
        return functions.SelectMany(function => Findings(function, byName, state)
            .Select(finding => $"{function.Name} {finding}"));
    }

    private static IEnumerable<string> Findings(
        ShellFunction function, ILookup<string, ShellFunction> functions, HashSet<string> state) =>
    [
        .. function.LocalWords.Select(Local).OfType<string>(),
        .. Assigned(function, functions).Except(function.Locals).Except(function.Sets)
            .Select(name => $"sets {name}, which it neither declares as local nor names as what it sets"),
        .. HandedBack(function, functions).Except(function.Locals).Except(function.Sets).Except(state)
            .Select(name => $"calls a function that sets {name}, and does not declare it as local"),
        .. function.Sets.Except(Assigned(function, functions)).Except(HandedBack(function, functions))
            .Select(name => $"does not set {name}, although its comment says so"),
        .. function.Calls.Contains("eval") ? ["hides what it sets in an eval"] : Array.Empty<string>(),
        .. function.IsDescribed ? Array.Empty<string>() : ["has no comment that begins with its name"],
    ];

    private static string? Local(string word)
    {
        var value = word.Contains('=', StringComparison.Ordinal)
            ? word[(word.IndexOf('=', StringComparison.Ordinal) + 1)..]
            : null;
        return value switch
        {
            null => $"gives the local {word} no value: dash would keep the caller's",
            _ when value.Contains("$(", StringComparison.Ordinal)
                && !value.StartsWith("\"$((", StringComparison.Ordinal)
                || value.Contains('`', StringComparison.Ordinal) =>
                $"takes the output of a command in the declaration of {word}, which hides the exit status",
            _ when value.Contains('$', StringComparison.Ordinal) && !value.StartsWith('"') =>
                $"does not quote the value of the local {word}: dash would split it",
            _ => null,
        };
    }

    private static IEnumerable<string> Assigned(ShellFunction function, ILookup<string, ShellFunction> functions) =>
    [
        .. function.Assigned,
        .. function.Given.Where(given => SpecialBuiltins.Contains(given.Command) || functions.Contains(given.Command))
            .Select(given => given.Variable),
    ];

    private static IEnumerable<string> HandedBack(ShellFunction function, ILookup<string, ShellFunction> functions) =>
        function.Calls.SelectMany(name => functions[name]).SelectMany(called => called.Sets).Distinct();
}
