namespace CSharpChef.Converge.Templates;

/// <summary>The names defined in a template: <c>node</c> and the members of Variables.</summary>
internal static class TemplateScope
{
    public static TemplateObject Of(object? variables, Node node)
    {
        var names = new Dictionary<string, object?> { ["node"] = new TemplateNode(node, node, "") };
        foreach (var member in variables is null ? [] : MembersOf(variables).All)
        {
            names[member.Name] = member.Value();
        }

        return new TemplateObject(names, "");
    }

    private static ObjectMembers MembersOf(object variables) => ObjectMembers.Of(variables)
        ?? throw new RecipeException(
            $"Variables must have names, like new {{ Port = 80 }}, and a {variables.GetType().Name} has none");
}
