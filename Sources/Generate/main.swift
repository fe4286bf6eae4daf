// Writes the generated sources of the project. Each step comes with its first user.
