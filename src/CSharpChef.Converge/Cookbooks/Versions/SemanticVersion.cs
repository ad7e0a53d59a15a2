using System.Globalization;

namespace CSharpChef.Converge.Cookbooks.Versions;

/// <summary>
/// A version as Semantic Versioning 2.0 and NuGet write it: <c>1.2</c>, <c>1.2.0</c>, <c>1.2.0-beta.1</c>. Missing
/// numbers are 0, labels compare without case, and what follows a plus is ignored.
/// </summary>
internal sealed class SemanticVersion : IComparable<SemanticVersion>
{
    private const int MostNumbers = 4;

    private readonly string text;
    private readonly int[] numbers;
    private readonly string[] labels;

    private SemanticVersion(string text, int[] numbers, string[] labels) =>
        (this.text, this.numbers, this.labels) = (text, numbers, labels);

    /// <summary>Whether it has labels, such as <c>-beta.1</c>.</summary>
    public bool IsPrerelease => labels.Length > 0;

    /// <returns>Null when the text is not a version.</returns>
    public static SemanticVersion? Parse(string text)
    {
        var parts = text.Split('+', 2);
        var core = parts[0].Split('-', 2);
        var labels = core.Length == 2 ? core[1].Split('.') : [];
        return Numbers(core[0].Split('.')) is { } numbers && Array.TrueForAll(labels, IsLabel)
            && (parts.Length == 1 || Array.TrueForAll(parts[1].Split('.'), IsWord))
            ? new SemanticVersion(text, numbers, labels)
            : null;
    }

    /// <summary>
    /// The end of the versions that Chef's <c>~&gt;</c> allows from this one on: 2 for 1.2, and 1.3 for 1.2.3.
    /// </summary>
    public SemanticVersion NextOfPessimistic()
    {
        var position = Math.Max(0, text.Split('-', '+')[0].Split('.').Length - 2);
        var next = new int[MostNumbers];
        Array.Copy(numbers, next, position + 1);
        next[position]++;
        return new SemanticVersion(string.Join('.', next[..(position + 1)]), next, []);
    }

    public int CompareTo(SemanticVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        for (var i = 0; i < MostNumbers; i++)
        {
            if (numbers[i] != other.numbers[i])
            {
                return numbers[i].CompareTo(other.numbers[i]);
            }
        }

        return CompareLabels(labels, other.labels);
    }

    public override string ToString() => text;

    private static int CompareLabels(string[] one, string[] other)
    {
        if (one.Length == 0 || other.Length == 0)
        {
            return other.Length.CompareTo(one.Length);
        }

        for (var i = 0; i < Math.Min(one.Length, other.Length); i++)
        {
            if (CompareLabel(one[i], other[i]) is not 0 and var order)
            {
                return order;
            }
        }

        return one.Length.CompareTo(other.Length);
    }

    private static int CompareLabel(string one, string other) => (Number(one), Number(other)) switch
    {
        ({ } first, { } second) => first.CompareTo(second),
        ({ }, null) => -1,
        (null, { }) => 1,
        _ => string.Compare(one, other, StringComparison.OrdinalIgnoreCase),
    };

    private static int[]? Numbers(string[] parts)
    {
        var numbers = new int[MostNumbers];
        for (var i = 0; i < parts.Length; i++)
        {
            if (i == MostNumbers || Number(parts[i]) is not { } number)
            {
                return null;
            }

            numbers[i] = number;
        }

        return numbers;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // A number among the labels has no zeros before it.
    private static bool IsLabel(string text) => IsWord(text) && (Number(text) is null || text is "0" or not ['0', ..]);

    private static bool IsWord(string text) =>
        text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}
