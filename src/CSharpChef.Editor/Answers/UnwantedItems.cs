using CSharpChef.Editor.Answers.Signatures;
using CSharpChef.Editor.Scripts;
using Microsoft.CodeAnalysis.Completion;

namespace CSharpChef.Editor.Answers;

/// <summary>
/// What scripts do not write: members of every object (those to override have their parameters in their text),
/// conversions and operators, and names of arguments that the compiler fills in.
/// </summary>
internal sealed class UnwantedItems
{
    private static readonly HashSet<string> OfObjects =
    [
        nameof(Equals), nameof(GetHashCode), nameof(GetType), nameof(MemberwiseClone), nameof(ReferenceEquals),
        nameof(ToString),
    ];

    private readonly IReadOnlySet<string> arguments;

    private UnwantedItems(IReadOnlySet<string> arguments) => this.arguments = arguments;

    /// <summary>Those at an offset of a script.</summary>
    public static async Task<UnwantedItems> AtAsync(BoundScript script, int offset, CancellationToken ct)
    {
        var root = await script.Document.GetSyntaxRootAsync(ct);
        var model = await script.Document.GetSemanticModelAsync(ct);
        var methods = CalledMethods.At(root!, model!, offset)?.Methods ?? [];
        return new UnwantedItems(methods.SelectMany(Parameters.FilledIn).Select(each => each.Name).ToHashSet());
    }

    public bool Has(CompletionItem item) =>
        !(char.IsLetter(item.DisplayText[0]) || item.DisplayText[0] is '_' or '@' or '#')
        || OfObjects.Contains(item.DisplayText)
        || (item.DisplayTextSuffix == ":" && arguments.Contains(item.DisplayText));
}
