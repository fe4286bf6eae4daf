/// The built-in data; its parts are written by the `Generate` program from `Data`.
enum GeneratedRegister {}
