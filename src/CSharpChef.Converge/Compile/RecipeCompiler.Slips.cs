using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.Converge.Compile;

// Hints for what people write who know Chef, or who expect a resource to act at once.
internal sealed partial class RecipeCompiler
{
    private const string NotifyExample =
        "name an action of a declared resource: var app = Service(\"app\"); then f.Notifies(app.Restart)";

    private string? SlipHint(CSharpCompilation compilation, string id, SyntaxNode? node) => (id, node) switch
    {
        ("CS1503" or "CS1501" or "CS7036" or "CS0103", _) when NotificationHint(compilation, node) is { } hint => hint,
        ("CS1503" or "CS1660" or "CS8917", _) when IsGuardArgument(node) =>
            "a guard is a shell command on the node, like OnlyIf(\"test -e /path\"); for what facts and attributes tell write if (...)",
        ("CS1656" or "CS8917", _) when Guard(node) is { } guard => $"call it: {guard}(\"command\")",
        ("CS1955", SimpleNameSyntax name) when IsAction(compilation, name) =>
            $"an action runs when it is chosen, like s.Do(s.{name}), or notified, like f.Notifies(app.{name})",
        ("CS1955", SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access }) =>
            $"it is a property: write {access} = {Given(access)}",
        ("CS1061", SimpleNameSyntax { Identifier.ValueText: "Action" or "Actions" or "Ensure" or "State" } name) =>
            ActionHint(compilation, name),
        ("CS0021", ElementAccessExpressionSyntax access) => PathHint(access),
        ("CS0029", LiteralExpressionSyntax literal) when IsMode(literal) => $"write it as a text: \"{literal}\"",
        ("CS0019" or "CS0029" or "CS0266" or "CS1503" or "CS8121", _) when ValueHint(compilation, node) is { } hint => hint,
        ("CS1660", _) => ConfigureHint(compilation, node),
        ("CS1503", _) when ListHint(compilation, node) is { } hint => hint,
        ("CS0117", SimpleNameSyntax name) when HidingHint(compilation, name) is { } hint => hint,
        ("CS0103", SimpleNameSyntax name) => AmbiguityHint(name.Identifier.ValueText)
            ?? WordlessHint(compilation, name.Identifier.ValueText) ?? LoadHint(name)
            ?? ChefWords.Hint(name.Identifier.ValueText) ?? OtherCookbook(name),
        ("CS0246", SimpleNameSyntax name) => LoadHint(name) ?? OtherCookbook(name),
        _ => null,
    };

    private static string? NotificationHint(CSharpCompilation compilation, SyntaxNode? node)
    {
        // A resource that is declared in the parentheses is a call too.
        var call = node is InvocationExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: var outer } }
            ? outer as InvocationExpressionSyntax
            : node?.FirstAncestorOrSelf<InvocationExpressionSyntax>();
        var word = NameOf(call?.Expression);
        if (call is null || word is not ("Notifies" or "SubscribesTo"))
        {
            return null;
        }

        if (call.ArgumentList.Arguments is [var first, var timing, ..]
            && node?.FirstAncestorOrSelf<ArgumentSyntax>() == timing)
        {
            return $"the timing is Timing.Immediately, or Timing.Delayed, which is the default: {word}({first}, Timing.Immediately)";
        }

        if (call.Expression is SimpleNameSyntax)
        {
            return node is SimpleNameSyntax name && name.Identifier.ValueText == word
                ? $"write it in the resource: File(\"/etc/app.conf\", f => f.{(word == "Notifies" ? "Notifies(app.Restart)" : "SubscribesTo(conf, f.Create)")})"
                : null;
        }

        var given = call.ArgumentList.Arguments.FirstOrDefault()?.Expression;
        var type = given is null ? null : compilation.GetSemanticModel(call.SyntaxTree).GetTypeInfo(given).Type;
        return word == "Notifies" && type is not null && FirstAction(type, "Restart", "Reload", "Run") is { } action
            ? $"name the action: Notifies({given}.{action})"
            : word == "SubscribesTo"
                ? "name the other resource and an action of this one: s.SubscribesTo(conf, s.Reload)"
                : NotifyExample;
    }

    // What a call of a property gives it; Chef writes version '1'.
    private static string Given(MemberAccessExpressionSyntax access) =>
        access.Parent is InvocationExpressionSyntax { ArgumentList.Arguments: [var given] } ? $"{given}" : "...";

    private static bool IsGuardArgument(SyntaxNode? node) =>
        NameOf(node?.FirstAncestorOrSelf<InvocationExpressionSyntax>()?.Expression) is "OnlyIf" or "NotIf";

    private static string? Guard(SyntaxNode? node) =>
        NameOf(node?.FirstAncestorOrSelf<AssignmentExpressionSyntax>()?.Left) is ("OnlyIf" or "NotIf") and { } guard
            ? guard
            : null;

    private static string? NameOf(ExpressionSyntax? expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };

    private static bool IsAction(CSharpCompilation compilation, SimpleNameSyntax name) =>
        compilation.GetSemanticModel(name.SyntaxTree).GetSymbolInfo(name) is var info
        && (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is { } symbol && IsAction(symbol);

    private static bool IsAction(ISymbol symbol) =>
        symbol is IPropertySymbol { Type.Name: nameof(ResourceAction) };

    // Chef: action :purge. Ours: p.Do(p.Purge).
    private static string? ActionHint(CSharpCompilation compilation, SimpleNameSyntax name)
    {
        if (name.Parent is not MemberAccessExpressionSyntax access
            || TypeOf(compilation.GetSemanticModel(name.SyntaxTree), access.Expression) is not { } type)
        {
            return null;
        }

        var wanted = (access.Parent as AssignmentExpressionSyntax)?.Right.ToString().Trim('"', ':') ?? "";
        return FirstAction(type, wanted) is { } action
            ? $"choose actions with Do: {access.Expression}.Do({access.Expression}.{action})"
            : null;
    }

    /// <summary>The action of a resource that has one of these names, or else its first one.</summary>
    private static string? FirstAction(ITypeSymbol type, params string[] wanted)
    {
        var actions = Members(type, IsAction).ToList();
        return actions.Find(action => wanted.Contains(action, StringComparer.OrdinalIgnoreCase))
            ?? actions.FirstOrDefault();
    }

    // Chef: node['a']['b']. Ours: Node["a.b"].
    private static string? PathHint(ElementAccessExpressionSyntax access)
    {
        while (access.Parent is ElementAccessExpressionSyntax outer && outer.Expression == access)
        {
            access = outer;
        }

        var keys = new Stack<string>();
        ExpressionSyntax inner = access;
        while (inner is ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }] } part)
        {
            keys.Push(key is LiteralExpressionSyntax literal ? literal.Token.ValueText : $"{{{key}}}");
            inner = part.Expression;
        }

        var path = string.Join('.', keys);
        return inner is SimpleNameSyntax { Identifier.ValueText: nameof(RecipeContext.Node) }
            ? $"write one path with dots: Node[{(path.Contains('{', StringComparison.Ordinal) ? "$" : "")}\"{path}\"]"
            : null;
    }

    private static bool IsMode(LiteralExpressionSyntax literal) =>
        literal.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { Left: var left } && NameOf(left) == "Mode";

    private string? OtherCookbook(SimpleNameSyntax name)
    {
        var word = name.Identifier.ValueText;
        var cookbook = entry.OtherResources()
            .FirstOrDefault(file => Declares(file.Text, word)).Cookbook;
        return cookbook is null
            ? null
            : $"{word} is a word of the cookbook {cookbook}: add \"{cookbook}\" to the dependencies in "
                + $"{entry.Item.Cookbook}/cookbook.json";
    }

    private static bool Declares(string script, string word) =>
        CSharpSyntaxTree.ParseText(script, Parsing).GetRoot().DescendantNodes().Any(node => node switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText == word,
            BaseTypeDeclarationSyntax type => type.Identifier.ValueText is var name
                && (name == word || name == word + nameof(Resource)),
            _ => false,
        });
}
