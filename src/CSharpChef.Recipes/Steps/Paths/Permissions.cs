using System.Globalization;
using System.Text.RegularExpressions;

namespace CSharpChef.Recipes.Steps;

/// <summary>The permission bits of a file or directory.</summary>
/// <param name="Bits">The twelve bits, 0 to 07777.</param>
public readonly partial record struct Permissions(int Bits)
{
    /// <summary>Parses <c>"0644"</c>, <c>"644"</c> or <c>"u=rw,go=r"</c>.</summary>
    /// <exception cref="RecipeException">The text has neither form.</exception>
    public static Permissions Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Octal().IsMatch(text))
        {
            return new Permissions(Convert.ToInt32(text, 8));
        }

        return Symbolic().IsMatch(text)
            ? new Permissions(text.Split(',').Aggregate(0, (bits, clause) => bits | Clause(clause)))
            : throw new RecipeException($"mode \"{text}\" is not understood: write it like \"0644\" or \"u=rw,go=r\"");
    }

    /// <summary>The bits as four octal digits.</summary>
    public override string ToString() =>
        Convert.ToString(Bits, 8).PadLeft(4, '0').ToString(CultureInfo.InvariantCulture);

    private static int Clause(string clause)
    {
        var (who, what) = (
            clause[..clause.IndexOf('=', StringComparison.Ordinal)],
            clause[(clause.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        var bits = what.Aggregate(0, (sum, letter) => sum | letter switch { 'r' => 4, 'w' => 2, 'x' => 1, _ => 0 });
        return who.Replace("a", "ugo", StringComparison.Ordinal).Aggregate(0, (sum, letter) => sum | letter switch
        {
            'u' => (bits << 6) | (what.Contains('s', StringComparison.Ordinal) ? 4 << 9 : 0),
            'g' => (bits << 3) | (what.Contains('s', StringComparison.Ordinal) ? 2 << 9 : 0),
            _ => bits | (what.Contains('t', StringComparison.Ordinal) ? 1 << 9 : 0),
        });
    }

    [GeneratedRegex(@"^0?[0-7]{3,4}\z")]
    private static partial Regex Octal();

    [GeneratedRegex(@"^([ugoa]+=[rwxst]*)(,[ugoa]+=[rwxst]*)*\z")]
    private static partial Regex Symbolic();
}
