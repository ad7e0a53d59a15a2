using System.Text.Json.Nodes;
using Fluid.Values;

namespace CSharpChef.Converge.Templates;

/// <summary>
/// <c>node</c> in a template: properties such as <c>Node.Memory.Total</c>, then facts and attributes by their dotted
/// path. The facts that a template reads count as read, so that a run verifies them.
/// </summary>
/// <param name="node">The node.</param>
/// <param name="part">The node, or what it has at the path.</param>
/// <param name="path">The dotted path below the node; empty for the node itself.</param>
/// <param name="name">What the template calls the node.</param>
internal sealed class TemplateNode(Node node, object part, string path, string name = "node")
    : TemplateObject(part, path.Length == 0 ? name : $"{name}.{path}")
{
    protected override FluidValue? Find(string member)
    {
        var childPath = path.Length == 0 ? member : $"{path}.{member}";
        if (Members.TryGet(member, out var found))
        {
            return found is Platform or Kernel or Cpu or Memory or JsonObject
                ? new TemplateNode(node, found, childPath, name)
                : TemplateValue.Of(found, childPath);
        }

        return node.Find(childPath)?.Json switch
        {
            JsonObject section => new TemplateNode(node, section, childPath, name),
            { } value => TemplateValue.Of(value, childPath),
            _ => node.KnownFacts?.Below(childPath).Count > 0
                ? new TemplateNode(node, new JsonObject(), childPath, name)
                : null,
        };
    }
}
