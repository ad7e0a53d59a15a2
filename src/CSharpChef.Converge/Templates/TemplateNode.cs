using System.Text.Json.Nodes;
using Fluid.Values;

namespace CSharpChef.Converge.Templates;

/// <summary>
/// <c>node</c> in a template: properties such as <c>Node.Memory.Total</c>, then facts and attributes by their dotted
/// path. The facts that a template reads count as read, so that a run verifies them.
/// </summary>
internal sealed class TemplateNode(Node node, object part, string path)
    : TemplateObject(part, path.Length == 0 ? "node" : $"node.{path}")
{
    protected override FluidValue? Find(string name)
    {
        var below = path.Length == 0 ? name : $"{path}.{name}";
        if (Members.TryGet(name, out var found))
        {
            return found is Platform or Kernel or Cpu or Memory or JsonObject
                ? new TemplateNode(node, found, below)
                : TemplateValue.Of(found, below);
        }

        return node.Find(below)?.Json switch
        {
            JsonObject section => new TemplateNode(node, section, below),
            { } value => TemplateValue.Of(value, below),
            _ => node.Facts.Below(below).Count > 0 ? new TemplateNode(node, new JsonObject(), below) : null,
        };
    }
}
