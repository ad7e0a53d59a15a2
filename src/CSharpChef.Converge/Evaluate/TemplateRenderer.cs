namespace CSharpChef.Converge;

internal sealed class TemplateRenderer(CookbookStore cookbooks)
{
    public string Render(string cookbook, string source, object? variables, Node node) => $"{cookbooks}{cookbook}{source}{variables}{node}";
}
